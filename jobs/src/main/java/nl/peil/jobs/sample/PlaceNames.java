package nl.peil.jobs.sample;

import java.util.List;

/** Names of places that do not exist, Dutch in sound. */
final class PlaceNames {

  private static final List<String> FIRST_BLOCK =
      List.of(
          "Wierhaven",
          "Brinkmare",
          "Duinsluis",
          "Zandmeden",
          "Elzenmade",
          "Kromwoude",
          "Reünierdam",
          "Oosterhagel",
          "Grensvoort",
          "Lindenwaarde",
          "Klein Veenlo",
          "Sint-Hubèrt");

  private static final List<String> START =
      List.of(
          "Wier", "Elzen", "Kraai", "Meer", "Zegge", "Brem", "Veld", "Rijs", "Haver", "Molm",
          "Wolf", "Iep", "Kluft", "Loos", "Mies", "Noor", "Roggen", "Peppel", "Snoek", "Turf",
          "Uiter", "Vlier", "Wilgen", "Zwaluw");

  private static final List<String> END =
      List.of(
          "horne", "made", "woude", "sluis", "hagen", "voorde", "mare", "kerke", "zand", "beke",
          "dorpe", "mond", "rade", "schoor", "stede", "terp", "vliet", "waarde", "wede", "wijke",
          "zijl", "laar", "loo", "ambt");

  private static final List<String> BEFORE =
      List.of("", "Oud-", "Nieuw-", "Klein ", "Groot ", "Sint-", "Ooster", "Wester");

  private PlaceNames() {}

  /** The name of the place with this rank (0 the largest) in a block; no two are equal. */
  static String of(int block, int rank) {
    if (block == 0) {
      return FIRST_BLOCK.get(rank);
    }
    int number = (block - 1) * FIRST_BLOCK.size() + rank;
    int start = number % START.size();
    int end = (number / START.size() + 5 * number) % END.size();
    int before = number / (START.size() * END.size()) % BEFORE.size();
    String name = START.get(start) + END.get(end);
    String front = BEFORE.get(before);
    return front.endsWith("er") ? front + name.toLowerCase(java.util.Locale.ROOT) : front + name;
  }
}
