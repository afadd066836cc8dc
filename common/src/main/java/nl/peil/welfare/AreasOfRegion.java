package nl.peil.welfare;

import java.util.ArrayList;
import java.util.List;

/**
 * Which parts of areas lie in a region, from the zones of both.
 *
 * <p>A zone that is cut by borders does not tell how those of areas and those of the region run in
 * it. When the region is made of whole areas (its share of every zone is the sum of theirs) nothing
 * needs to be guessed: these are in it, and no other. Otherwise the people of a zone in an area are
 * as likely to live in the region as all people of the zone.
 *
 * @param areas numbers of the areas of which a part lies in it, rising
 * @param shares share of each area that lies in it, above 0, up to 1
 * @param people people of each area in the region
 * @param regionPeople all people of the region
 */
public record AreasOfRegion(int[] areas, double[] shares, double[] people, double regionPeople) {

  private static final double ROUNDING = 1e-6;

  /**
   * Finds the areas of a region.
   *
   * @param region the region
   * @param areas all areas
   * @param peopleOfZones people by place of zone
   */
  public static AreasOfRegion of(Places region, List<Places> areas, double[] peopleOfZones) {
    var inRegion = new double[peopleOfZones.length];
    for (int i = 0; i < region.zones().length; i++) {
      inRegion[region.zones()[i]] = region.weights()[i];
    }
    var touching = new ArrayList<Integer>();
    var whole = new ArrayList<Integer>();
    var rest = inRegion.clone();
    for (int number = 0; number < areas.size(); number++) {
      var area = areas.get(number);
      boolean touches = false;
      boolean within = area.zones().length > 0;
      for (int i = 0; i < area.zones().length; i++) {
        double share = inRegion[area.zones()[i]];
        touches |= share > 0;
        within &= area.weights()[i] <= share + ROUNDING;
      }
      if (within) {
        whole.add(number);
        for (int i = 0; i < area.zones().length; i++) {
          rest[area.zones()[i]] -= area.weights()[i];
        }
      }
      if (touches) {
        touching.add(number);
      }
    }
    boolean madeOfWholes = !whole.isEmpty();
    for (int zone : region.zones()) {
      madeOfWholes &= Math.abs(rest[zone]) <= ROUNDING;
    }
    var chosen = madeOfWholes ? whole : touching;
    int[] numbers = chosen.stream().mapToInt(Integer::intValue).toArray();
    var shares = new double[numbers.length];
    var people = new double[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      var area = areas.get(numbers[i]);
      shares[i] = madeOfWholes ? 1 : share(area, inRegion, peopleOfZones);
      people[i] = shares[i] * area.people(peopleOfZones);
    }
    return new AreasOfRegion(numbers, shares, people, region.people(peopleOfZones));
  }

  /** By people; of an area without people by its zones. */
  private static double share(Places area, double[] inRegion, double[] peopleOfZones) {
    double people = area.people(peopleOfZones);
    double parts = 0;
    double all = 0;
    for (int i = 0; i < area.zones().length; i++) {
      int zone = area.zones()[i];
      double part = area.weights()[i] * (people > 0 ? peopleOfZones[zone] : 1);
      parts += part * Math.min(1, inRegion[zone]);
      all += part;
    }
    return parts / all;
  }
}
