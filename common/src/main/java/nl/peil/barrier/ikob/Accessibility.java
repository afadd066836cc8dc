package nl.peil.barrier.ikob;

import java.io.Serializable;
import java.util.Map;

/**
 * What IKOB says of every zone, income class and set of modes.
 *
 * @param jobs jobs within reach (T, bestemmingen), by category
 * @param workforce workforce within reach (H, herkomsten), persons; always of everybody (quirk Q6)
 * @param jobCompetition jobs within reach, each divided by the workforce that can reach it (CJ,
 *     concurrentie arbeidsplaatsen)
 * @param workerCompetition people within reach, each divided by the jobs that he can reach (CW,
 *     concurrentie inwoners)
 */
public record Accessibility(
    Map<Category, Scores> jobs, Scores workforce, Scores jobCompetition, Scores workerCompetition)
    implements Serializable {

  /**
   * Jobs within reach.
   *
   * @throws IllegalArgumentException when they were not asked for
   */
  public Scores jobs(Category category) {
    var scores = jobs.get(category);
    if (scores == null) {
      throw new IllegalArgumentException(
          "jobs within reach of '%s' were not computed".formatted(category.label()));
    }
    return scores;
  }
}
