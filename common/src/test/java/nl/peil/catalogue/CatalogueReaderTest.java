package nl.peil.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The catalogue of the project is consistent, and a catalogue that is not says where. */
class CatalogueReaderTest {

  private static final Path OURS = Path.of("..", "data", "catalogue");
  private static final String REGIONS =
      "layout;region;region_name;aliases;provinces;status;basis;source;note\n";
  private static final String MEMBERS = "layout;region;member_layout;member;member_name;basis\n";

  @TempDir private Path folder;

  private CatalogueReader.Reading read(String regions, String members) throws IOException {
    Files.writeString(folder.resolve("regions.csv"), REGIONS + regions);
    Files.writeString(folder.resolve("members.csv"), MEMBERS + members);
    return CatalogueReader.read(folder);
  }

  @Test
  void theCatalogueOfTheProjectKeepsAllRules() throws IOException {
    var reading = CatalogueReader.read(OURS);
    assertThat(reading.problems()).isEmpty();
    var catalogue = reading.catalogue();
    assertThat(catalogue.layouts())
        .containsExactly(
            "landsdeel-mirt", "novex", "npvr", "sump", "stedelijk-netwerk", "gelderland-regio");
    assertThat(catalogue.members().stream().filter(m -> m.memberLayout().equals("gemeente")))
        .isNotEmpty()
        .allMatch(member -> member.member().matches("GM\\d{4}"));
    assertThat(catalogue.members("landsdeel-mirt"))
        .extracting(CatalogueMember::member)
        .doesNotHaveDuplicates()
        .hasSize(12)
        .allMatch(member -> member.matches("PV(2\\d|3[01])"));
    // The public list of municipalities of this region: eight
    assertThat(
            catalogue.members("npvr").stream().filter(m -> m.region().equals("achterhoek")).count())
        .isEqualTo(8);
  }

  @Test
  void hardheidOfTheGoalsIsAKnownWordAndNothingIsSaidTwice() throws IOException {
    var lines = Files.readAllLines(OURS.resolve("goals.csv"));
    var header = List.of(lines.get(0).split(";", -1));
    var rows = lines.stream().skip(1).map(line -> List.of(line.split(";", -1))).toList();
    assertThat(rows).hasSizeGreaterThan(40).allMatch(row -> row.size() == header.size());
    assertThat(rows.stream().map(row -> row.get(header.indexOf("hardheid"))).toList())
        .isSubsetOf(
            "", "wettelijk", "bestuurlijke afspraak", "bod", "doel", "ambitie", "indicatief");
    assertThat(
            rows.stream()
                .map(
                    row ->
                        row.get(header.indexOf("goal_id"))
                            + row.get(header.indexOf("region"))
                            + row.get(header.indexOf("source_place"))))
        .doesNotHaveDuplicates();
  }

  @Test
  void regionsAreFoundByNameAliasAndCode() throws IOException {
    var catalogue =
        read(
                "a;noord;Noord;Boven|Top;;vastgesteld;open;s;\n"
                    + "b;noord;Noord;;;vastgesteld;open;s;\n"
                    + "a;zuid;Zuid;;;vastgesteld;open;s;\n",
                "")
            .catalogue();
    assertThat(catalogue.find("a:noord"))
        .extracting(CatalogueRegion::key)
        .containsExactly("a/noord");
    assertThat(catalogue.find("a: TOP"))
        .extracting(CatalogueRegion::key)
        .containsExactly("a/noord");
    assertThat(catalogue.find("Noord")).hasSize(2);
    assertThat(catalogue.find("a:*"))
        .extracting(CatalogueRegion::key)
        .containsExactly("a/noord", "a/zuid");
    assertThat(catalogue.find("c:Noord")).isEmpty();
    assertThat(catalogue.find("*")).isEmpty();
  }

  @Test
  void contentChangesWithTheLayoutAndNotWithAnother() throws IOException {
    var before = read("a;x;X;;;vastgesteld;stated;s;\n", "a;x;gemeente;GM1;Een;stated\n");
    var after =
        read(
            "b;z;Z;;;vastgesteld;open;s;\na;x;X;;;vastgesteld;stated;s;\n",
            "a;x;gemeente;GM1;Another spelling;stated\n");
    var changed = read("a;x;X;;;vastgesteld;stated;s;\n", "a;x;gemeente;GM2;Een;stated\n");
    assertThat(before.catalogue().content("a")).isEqualTo(after.catalogue().content("a"));
    assertThat(before.catalogue().content("a")).isNotEqualTo(changed.catalogue().content("a"));
  }

  @Test
  void whatIsWrongIsToldWithFileAndLine() throws IOException {
    var reading =
        read(
            """
            a;x y;X;;;vastgesteld;stated;s;
            a;open;Open;;;concept;open;s;
            a;open;Open;;;vastgesteld;open;s;
            a;leeg;Leeg;;;vastgesteld;public;s;
            a;raar;Raar;;;vastgesteld;zeker;s;
            """,
            """
            a;x y;gemeente;GM1;Een;stated
            a;x y;gemeente;GM1;Een;stated
            a;x y;zones;1000;;stated
            a;open;gemeente;GM2;Twee;public
            a;weg;gemeente;GM3;Drie;public
            """);
    assertThat(reading.problems())
        .extracting(problem -> problem.substring(folder.toString().length() + 1))
        .satisfiesExactlyInAnyOrder(
            p -> assertThat(p).startsWith("regions.csv:6: basis 'zeker'"),
            p -> assertThat(p).startsWith("regions.csv:2: region 'x y'"),
            p -> assertThat(p).startsWith("regions.csv:3: status 'concept'"),
            p -> assertThat(p).startsWith("regions.csv:4: a/open stands here twice"),
            p -> assertThat(p).startsWith("regions.csv:5: a/leeg has basis public and no line"),
            p -> assertThat(p).startsWith("members.csv:3: GM1 of a/x y stands here twice"),
            p -> assertThat(p).startsWith("members.csv:4: a/x y has zones and regions"),
            p -> assertThat(p).startsWith("members.csv:5: a/open has a member, and basis open"),
            p -> assertThat(p).startsWith("members.csv:6: there is no region a/weg"));
  }
}
