package nl.peil.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * How many letters must change to get from one word to another (Levenshtein): for "did you mean".
 */
public final class EditDistance {

  private static final int TYPO = 2;

  private EditDistance() {}

  /**
   * The known word that a word was probably meant to be.
   *
   * @return empty when none is within two letters
   */
  public static Optional<String> nearest(String word, Collection<String> known) {
    return known.stream()
        .filter(other -> between(other, word) <= TYPO)
        .min(Comparator.comparingInt(other -> between(other, word)));
  }

  static int between(String a, String b) {
    var row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
