package nl.peil.measure;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nl.peil.measure.MarginalEffects.Effect;
import nl.peil.measure.decay.MinuteGrid;

/**
 * What it does when a service opens or closes in a zone, for all zones at once in one pass over the
 * rows of a matrix. With P_i the people of zone i, t_ij minutes, z the norm, and n_i the {@link
 * Nearest nearest(1)} of i, infinite when no place can be reached:
 *
 * <ul>
 *   <li>one place opens in j, so that n_i becomes min(n_i, t_ij). {@link Effect#GAIN} = sum of P_i
 *       over n_i &gt; z and t_ij &lt;= z; {@link Effect#MINUTES_SAVED} = sum of P_i max(0, n_i -
 *       t_ij) over finite n_i; {@link Effect#NEWLY_REACHING} = sum of P_i over infinite n_i and
 *       finite t_ij: minutes saved say nothing of them;
 *   <li>all places of j close. Let m_i(j) be the nearest from i over all other zones. Whose m_i(j)
 *       &gt; n_i, is affected; a zone from which j and another are equally far is not. {@link
 *       Effect#LOSE} = sum of P_i over n_i &lt;= z and m_i(j) &gt; z; {@link Effect#WITHOUT_ANY} =
 *       sum of P_i over finite n_i and infinite m_i(j); {@link Effect#DELAYED} = sum of P_i over
 *       n_i &lt; m_i(j) &lt; infinite; {@link Effect#MINUTES_ADDED} = sum of P_i (m_i(j) - n_i)
 *       over those.
 * </ul>
 *
 * <p>A time is within the norm as the level of a zone has it: as the decimal that was written, the
 * norm included. The object does not change and can be broadcast; each task takes a {@link
 * #gatherer} of its own.
 */
public final class MarginalAccess implements Serializable {

  private static final long serialVersionUID = 1L;

  private final ZoneIndex zones;
  private final ArrayList<Service> services;
  private final double[] people;
  private final IntrazonalTimes intrazonal;
  private final Destinations destinations;

  /** By service: the zone of each place in a {@link Reach}. */
  private final int[][] zonesWith;

  /** By service: the longest time within the norm. */
  private final float[] norms;

  /**
   * A service.
   *
   * @param service its key
   * @param counts places per zone, in the order of the {@link ZoneIndex}; 0 or more
   * @param normMinutes acceptable minutes, inclusive
   */
  @SuppressWarnings("ArrayRecordComponent") // copied on the way in, and compared nowhere
  public record Service(String service, double[] counts, double normMinutes)
      implements Serializable {

    /** Keeps a copy. */
    public Service {
      counts = counts.clone();
    }
  }

  /**
   * Prepares.
   *
   * @param zones the zones
   * @param services the services, in the order of the result
   * @param people people per zone, in the order of the zones, finite and 0 or more
   * @param intrazonal travel times within zones
   * @throws IllegalArgumentException when people or counts are not one per zone or not allowed, or
   *     when intra-zonal times are set for another number of zones
   */
  public MarginalAccess(
      ZoneIndex zones, List<Service> services, double[] people, IntrazonalTimes intrazonal) {
    this.zones = zones;
    this.services = new ArrayList<>(services);
    this.people = people.clone();
    this.intrazonal = intrazonal;
    this.destinations =
        new Destinations(
            zones.size(),
            services.stream().map(s -> new Supply(s.service(), s.counts(), List.of())).toList());
    this.norms = new float[services.size()];
    this.zonesWith = new int[services.size()][];
    for (int s = 0; s < norms.length; s++) {
      norms[s] = longest(services.get(s).normMinutes());
      var counts = services.get(s).counts();
      zonesWith[s] =
          java.util.stream.IntStream.range(0, counts.length).filter(z -> counts[z] > 0).toArray();
    }
    if (people.length != zones.size()
        || !Arrays.stream(people).allMatch(p -> p >= 0 && p < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "expected people for %d zones, finite and 0 or more, but got %d"
              .formatted(zones.size(), people.length));
    }
    if (!intrazonal.given() && intrazonal.size() != zones.size()) {
      throw new IllegalArgumentException(
          "expected intra-zonal times for %d zones, but got %d"
              .formatted(zones.size(), intrazonal.size()));
    }
  }

  /** The largest float that is, as a decimal, within a norm. */
  private static float longest(double norm) {
    float longest = (float) norm;
    return MinuteGrid.decimal(longest) <= norm ? longest : Math.nextDown(longest);
  }

  /** The zones in the order of the arrays. */
  public ZoneIndex zones() {
    return zones;
  }

  /** The services in the order of the result. */
  public List<Service> services() {
    return List.copyOf(services);
  }

  /** People of the zone at a place. */
  public double people(int place) {
    return people[place];
  }

  /** True when a zone can reach its own places though the matrix has no row for it. */
  public boolean reachesItself() {
    return !intrazonal.given();
  }

  /** A new gatherer, for one thread. */
  public Gatherer gatherer() {
    return new Gatherer();
  }

  /** A new finder of gaps, for one thread. */
  public Gaps gaps() {
    return new Gaps();
  }

  /** A row, and for each service the nearest places from its origin. */
  private final class Options {
    private final PlacedRow row = new PlacedRow(zones, intrazonal);
    private final Reach[] reaches = new Reach[norms.length];
    private final NearestOptions[] options = new NearestOptions[norms.length];

    private Options() {
      for (int s = 0; s < reaches.length; s++) {
        reaches[s] = new Reach(destinations.count(s));
        options[s] = new NearestOptions();
      }
    }

    private void take(int here, int[] others, float[] minutes, int size) {
      row.take(here, others, minutes, size);
      for (var reach : reaches) {
        reach.clear();
      }
      for (int i = 0; i < row.size(); i++) {
        destinations.add(row.places()[i], row.minutes()[i], reaches);
      }
      for (int s = 0; s < reaches.length; s++) {
        options[s].find(reaches[s]);
      }
    }
  }

  /** Gathers effects over rows with buffers of its own. For one thread, any number of rows. */
  public final class Gatherer {
    private final Options options = new Options();
    private final MarginalEffects[] effects = new MarginalEffects[norms.length];

    private Gatherer() {
      Arrays.setAll(effects, s -> new MarginalEffects(zones.size()));
    }

    /**
     * Adds what one origin contributes. An origin without people contributes nothing.
     *
     * @param origin the zone where the people live
     * @param others zones that can be reached, each once
     * @param minutes travel times to them, finite and 0 or more
     * @param size how many of both arrays count
     * @throws IllegalArgumentException when a zone is unknown, a travel time is not allowed, or an
     *     array is shorter than the row
     */
    public void gather(int origin, int[] others, float[] minutes, int size) {
      int here = zones.position(origin);
      if (people[here] == 0) {
        return;
      }
      options.take(here, others, minutes, size);
      for (int s = 0; s < effects.length; s++) {
        if (options.options[s].nearest() == NearestOptions.NONE) {
          openToThoseWithout(s, people[here]);
        } else {
          openToThoseWithSome(s, people[here]);
          close(s, people[here]);
        }
      }
    }

    private void openToThoseWithout(int s, double persons) {
      var gain = effects[s].sums(Effect.GAIN);
      var reaching = effects[s].sums(Effect.NEWLY_REACHING);
      var places = options.row.places();
      var minutes = options.row.minutes();
      for (int i = 0, n = options.row.size(); i < n; i++) {
        reaching[places[i]] += persons;
        if (minutes[i] <= norms[s]) {
          gain[places[i]] += persons;
        }
      }
    }

    private void openToThoseWithSome(int s, double persons) {
      var gain = effects[s].sums(Effect.GAIN);
      var saved = effects[s].sums(Effect.MINUTES_SAVED);
      var places = options.row.places();
      var minutes = options.row.minutes();
      float nearest = options.options[s].nearest();
      double now = MinuteGrid.decimal(nearest);
      boolean misses = nearest > norms[s];
      for (int i = 0, n = options.row.size(); i < n; i++) {
        if (minutes[i] < nearest) {
          saved[places[i]] += persons * (now - MinuteGrid.decimal(minutes[i]));
          if (misses && minutes[i] <= norms[s]) {
            gain[places[i]] += persons;
          }
        }
      }
    }

    private void close(int s, double persons) {
      var found = options.options[s];
      float nearest = found.nearest();
      for (int option = 0, n = found.size(); option < n; option++) {
        float next = found.without(option);
        if (next > nearest) {
          int zone = zonesWith[s][found.place(option)];
          if (next == NearestOptions.NONE) {
            effects[s].sums(Effect.WITHOUT_ANY)[zone] += persons;
          } else {
            effects[s].sums(Effect.DELAYED)[zone] += persons;
            effects[s].sums(Effect.MINUTES_ADDED)[zone] +=
                persons * (MinuteGrid.decimal(next) - MinuteGrid.decimal(nearest));
          }
          if (nearest <= norms[s] && next > norms[s]) {
            effects[s].sums(Effect.LOSE)[zone] += persons;
          }
        }
      }
    }

    /** The sums so far of a service. The object itself, not a copy. */
    public MarginalEffects effects(int service) {
      return effects[service];
    }
  }

  /** Tells where a place would bring an origin within the norm. For one thread. */
  public final class Gaps {
    private final Options options = new Options();

    private Gaps() {}

    /**
     * Takes the row of an origin; parameters as of {@link Gatherer#gather}.
     *
     * @return by service: zones in which one new place would bring the origin within the norm,
     *     rising; empty when the origin meets the norm already, or when no place would
     */
    public int[][] find(int origin, int[] others, float[] minutes, int size) {
      options.take(zones.position(origin), others, minutes, size);
      var within = new int[norms.length][];
      for (int s = 0; s < within.length; s++) {
        within[s] = options.options[s].nearest() > norms[s] ? within(norms[s]) : new int[0];
      }
      return within;
    }

    private int[] within(float norm) {
      var found = new int[options.row.size()];
      int n = 0;
      for (int i = 0; i < options.row.size(); i++) {
        if (options.row.minutes()[i] <= norm) {
          found[n++] = zones.zone(options.row.places()[i]);
        }
      }
      Arrays.sort(found, 0, n);
      return Arrays.copyOf(found, n);
    }
  }
}
