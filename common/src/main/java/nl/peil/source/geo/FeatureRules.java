package nl.peil.source.geo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.peil.geo.Crs;
import nl.peil.quality.Intake;
import nl.peil.quality.RejectedFileException;
import nl.peil.source.geo.RawLayer.RawFeature;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.valid.IsValidOp;

/** The rules that every feature must keep, and the step to RD. */
final class FeatureRules {

  private final Crs crs;
  private final Intake intake;
  private long outside;
  private long firstOutside;
  private String firstReason = "";

  FeatureRules(Crs crs, Intake intake) {
    this.crs = crs;
    this.intake = intake;
  }

  /**
   * The features that keep all rules, in RD; the others are set aside.
   *
   * @throws RejectedFileException when every feature that has a geometry lies outside
   */
  List<Feature> apply(List<RawFeature> raws) throws RejectedFileException {
    var kept = new ArrayList<Feature>();
    long located = 0;
    for (var raw : raws) {
      var geometry = raw.geometry();
      var problem = raw.problem();
      if (problem != null) {
        setAside(raw, "invalid_geometry", problem);
      } else if (geometry == null || geometry.isEmpty()) {
        setAside(raw, "empty_geometry", "expected a geometry, it is empty");
      } else {
        located++;
        check(raw, geometry).ifPresent(kept::add);
      }
    }
    if (located > 0 && outside == located) {
      throw new RejectedFileException(
          "wrong_crs",
          intake.table(),
          intake.file(),
          firstOutside,
          "read as " + crs.code() + ", none of " + located + " features fits: " + firstReason,
          "declare the right 'crs' for this source, or correct the order of the coordinates");
    }
    return kept;
  }

  private Optional<Feature> check(RawFeature raw, Geometry geometry) {
    var implausible = crs.implausible(geometry);
    if (implausible.isPresent()) {
      if (outside++ == 0) {
        firstOutside = raw.line();
        firstReason = implausible.get();
      }
      setAside(raw, "outside_netherlands", implausible.get());
      return Optional.empty();
    }
    var rd = crs.toRd(geometry);
    var error = new IsValidOp(rd).getValidationError();
    if (error != null) {
      var at = error.getCoordinate();
      setAside(
          raw,
          "invalid_geometry",
          at == null
              ? error.getMessage()
              : String.format(
                  Locale.ROOT, "%s at RD (%.1f, %.1f)", error.getMessage(), at.x, at.y));
      return Optional.empty();
    }
    return Optional.of(new Feature(raw.line(), raw.attributes(), rd));
  }

  private void setAside(RawFeature raw, String rule, String reason) {
    intake.quarantine(raw.line(), rule, reason + "; attributes " + raw.attributes());
  }
}
