package nl.peil.barrier.ikob;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The weights of all groups of a class for one set of modes, added up by their shares: {@code sum
 * of S[g] W[g]}, with {@code W = e W_electric + (1 - e) W_fossil} where the own car has two fuels.
 * All that IKOB computes from its weights is a sum over groups, so this one row is enough. Groups
 * that have the same weights are added up first.
 */
final class GroupMix {

  private final IncomeClass income;

  /** Distinct sets of one-mode weights. */
  private final List<List<SingleWeight>> terms;

  /** For each term the part of each group's share that counts there. */
  private final double[][] parts;

  GroupMix(IncomeClass income, ModeSet modes, Parameters parameters) {
    this.income = income;
    double electric = parameters.electricShare().of(income) / 100;
    var byWeights = new LinkedHashMap<Set<SingleWeight>, double[]>();
    for (var group : Group.values()) {
      boolean twoFuels = modes.car() && group.hasTwoFuels();
      double fossil = twoFuels ? 1 - electric : 1;
      if (fossil > 0) {
        part(byWeights, GroupWeight.of(group, modes, false))[group.ordinal()] += fossil;
      }
      if (twoFuels && electric > 0) {
        part(byWeights, GroupWeight.of(group, modes, true))[group.ordinal()] += electric;
      }
    }
    var sets = new ArrayList<List<SingleWeight>>();
    byWeights.keySet().forEach(set -> sets.add(List.copyOf(set)));
    this.terms = sets;
    this.parts = byWeights.values().toArray(double[][]::new);
  }

  private static double[] part(
      Map<Set<SingleWeight>, double[]> byWeights, Set<SingleWeight> weights) {
    return byWeights.computeIfAbsent(weights, key -> new double[Group.COUNT]);
  }

  /**
   * Adds up the weights of the row.
   *
   * @param row the row
   * @param shares shares of the groups of all classes in the zone of origin
   * @param mix where the sums go, one for each pair of the row
   */
  void of(RowWeights row, double[] shares, double[] mix) {
    int count = row.count();
    int from = GroupShares.column(income, Group.GRATIS_AUTO);
    Arrays.fill(mix, 0, count, 0);
    for (int t = 0; t < parts.length; t++) {
      double share = 0;
      for (int g = 0; g < Group.COUNT; g++) {
        share += parts[t][g] * shares[from + g];
      }
      if (share != 0) {
        add(row, terms.get(t), share, mix, count);
      }
    }
  }

  private void add(
      RowWeights row, List<SingleWeight> weights, double share, double[] mix, int count) {
    double[] first = row.slot(weights.get(0), income);
    if (weights.size() == 1) {
      one(first, share, mix, count);
    } else if (weights.size() == 2) {
      two(first, row.slot(weights.get(1), income), share, mix, count);
    } else {
      three(
          first,
          row.slot(weights.get(1), income),
          row.slot(weights.get(2), income),
          share,
          mix,
          count);
    }
  }

  private static void one(double[] a, double share, double[] mix, int count) {
    for (int i = 0; i < count; i++) {
      mix[i] += share * a[i];
    }
  }

  private static void two(double[] a, double[] b, double share, double[] mix, int count) {
    for (int i = 0; i < count; i++) {
      mix[i] += share * Math.max(a[i], b[i]);
    }
  }

  private static void three(
      double[] a, double[] b, double[] c, double share, double[] mix, int count) {
    for (int i = 0; i < count; i++) {
      mix[i] += share * Math.max(Math.max(a[i], b[i]), c[i]);
    }
  }
}
