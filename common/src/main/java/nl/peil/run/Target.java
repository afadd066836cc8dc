package nl.peil.run;

import java.util.Comparator;
import java.util.List;
import nl.peil.table.Slice;
import nl.peil.table.TableSpec;

/**
 * A slice that can be made, and from what.
 *
 * @param slice the slice
 * @param inputs everything it is made from
 * @param settings the part of the configuration it depends on, as text that changes when and only
 *     when the setting does
 * @param codeVersion version of the code that makes it
 */
public record Target(Slice slice, List<InputRef> inputs, String settings, String codeVersion) {

  /** Inputs in a fixed order. */
  public Target {
    inputs =
        inputs.stream()
            .sorted(Comparator.comparing(InputRef::kind).thenComparing(InputRef::name))
            .toList();
  }

  /** Hash over everything above: equal identities mean equal content. */
  public String identity(TableSpec table) {
    var hash = new Hash().add(table.name()).add(slice.id()).add(settings).add(codeVersion);
    for (var input : inputs) {
      hash.add(input.kind()).add(input.name()).add(input.identity());
    }
    return hash.hex();
  }
}
