package nl.peil.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import nl.peil.model.ScenarioYear;
import org.jspecify.annotations.Nullable;

/**
 * The whole configuration, checked.
 *
 * @param file configuration file
 * @param input folder of the delivery
 * @param output folder of the tables
 * @param manifest list of files with checksums, relative to the delivery; null when there is none
 * @param quality how much may be wrong
 * @param zones zones
 * @param population population grids
 * @param travelTimes travel-time matrices
 * @param opportunities opportunities
 * @param norms file with norms, next to the configuration
 * @param suppliedLevels levels as supplied
 * @param income income per zone; null when there is none
 * @param barriers who cannot use the access that there is
 * @param welfare brede welvaart: indicators and goals
 * @param ikob experienced accessibility; null: not asked for
 * @param layouts region layouts, those of the catalogue last
 * @param catalogue the catalogue of region layouts; null when there is none
 * @param basePopulation the population that decides the weight of a zone in a region
 * @param scenarios what is to be known of scenario-years, and what they inherit
 * @param comparisons pairs of scenario-years that forecasts compares
 * @param publishedForecasts forecasts that others published
 * @param measures measures, as written
 * @param intrazonal how travel times within zones are found, by mode; a mode that is not named: as
 *     the matrix gives them
 * @param residents key of a service that consists of the people of a zone, so that measures can
 *     count people; null: none
 * @param inequality what inequality is measured against
 * @param marginal what the lists of best places are about
 * @param effectiveAccess for whom access is out of reach, and how
 * @param decayCurves file with named decay curves, next to the configuration; null when no measure
 *     names one
 * @param openLineage where a run tells what it does; null: nowhere
 * @param maintenance what maintenance keeps
 * @param lock what to do when another command works on the output
 * @param report the reports that people read; null: a run makes none
 * @param metrics where a run leaves its metrics; null: nowhere
 * @param json the configuration as it was used
 */
public record PeilConfig(
    Path file,
    String input,
    String output,
    @Nullable String manifest,
    QualityConfig quality,
    ZonesConfig zones,
    List<PopulationConfig> population,
    List<TravelTimesConfig> travelTimes,
    List<OpportunitiesConfig> opportunities,
    Path norms,
    List<SuppliedLevelConfig> suppliedLevels,
    @Nullable IncomeConfig income,
    BarriersConfig barriers,
    WelfareConfig welfare,
    @Nullable IkobConfig ikob,
    List<LayoutConfig> layouts,
    @Nullable CatalogueConfig catalogue,
    ScenarioYear basePopulation,
    List<ScenarioConfig> scenarios,
    List<ComparisonConfig> comparisons,
    List<PublishedForecastConfig> publishedForecasts,
    List<MeasureConfig> measures,
    Map<String, String> intrazonal,
    @Nullable String residents,
    InequalityConfig inequality,
    MarginalConfig marginal,
    EffectiveAccessConfig effectiveAccess,
    @Nullable Path decayCurves,
    @Nullable OpenLineageConfig openLineage,
    MaintenanceConfig maintenance,
    LockConfig lock,
    @Nullable ReportConfig report,
    @Nullable MetricsConfig metrics,
    String json) {

  /** The same with another folder of tables. */
  public PeilConfig withOutput(String folder) {
    return new PeilConfig(
        file,
        input,
        folder,
        manifest,
        quality,
        zones,
        population,
        travelTimes,
        opportunities,
        norms,
        suppliedLevels,
        income,
        barriers,
        welfare,
        ikob,
        layouts,
        catalogue,
        basePopulation,
        scenarios,
        comparisons,
        publishedForecasts,
        measures,
        intrazonal,
        residents,
        inequality,
        marginal,
        effectiveAccess,
        decayCurves,
        openLineage,
        maintenance,
        lock,
        report,
        metrics,
        json);
  }
}
