package nl.peil.model;

import java.util.List;

/**
 * People for whom one or more barriers hold at once.
 *
 * @param name key of the group, e.g. geen_auto_geen_fiets
 * @param barriers names of the barriers that all of them have, at least one
 */
public record BarrierGroup(String name, List<String> barriers) {

  /** Name of the group of all people, with whichever barriers they have. */
  public static final String EVERYONE = "iedereen";
}
