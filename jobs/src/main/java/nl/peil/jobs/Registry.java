package nl.peil.jobs;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import nl.peil.jobs.derive.AccessibilityLevelTable;
import nl.peil.jobs.derive.AccessibilitySwapsTable;
import nl.peil.jobs.derive.AccessibilityTable;
import nl.peil.jobs.derive.BarrierRiskTable;
import nl.peil.jobs.derive.BarriersTable;
import nl.peil.jobs.derive.BestPlacesTable;
import nl.peil.jobs.derive.EffectiveAccessTable;
import nl.peil.jobs.derive.ExperiencedAccessibilityTable;
import nl.peil.jobs.derive.ForecastsPublishedTable;
import nl.peil.jobs.derive.ForecastsTable;
import nl.peil.jobs.derive.IkobSettings;
import nl.peil.jobs.derive.LayoutInequalityTable;
import nl.peil.jobs.derive.MarginalAccessTable;
import nl.peil.jobs.derive.MeasureSettings;
import nl.peil.jobs.derive.NormGapsTable;
import nl.peil.jobs.derive.RegionAccessibilityTable;
import nl.peil.jobs.derive.RegionBarriersTable;
import nl.peil.jobs.derive.RegionEffectiveAccessTable;
import nl.peil.jobs.derive.RegionExperiencedTable;
import nl.peil.jobs.derive.RegionLevelTable;
import nl.peil.jobs.derive.WelfareIndicatorsTable;
import nl.peil.jobs.derive.WelfareRelationTable;
import nl.peil.jobs.derive.WhatIfAccessibilityTable;
import nl.peil.jobs.ingest.BarrierIngest;
import nl.peil.jobs.ingest.ComparisonsIngest;
import nl.peil.jobs.ingest.ForecastSourceIngest;
import nl.peil.jobs.ingest.ForecastZoneWeightsIngest;
import nl.peil.jobs.ingest.GoalsIngest;
import nl.peil.jobs.ingest.IncomeIngest;
import nl.peil.jobs.ingest.IngestContext;
import nl.peil.jobs.ingest.LayoutFiles;
import nl.peil.jobs.ingest.MembershipIngest;
import nl.peil.jobs.ingest.NormsIngest;
import nl.peil.jobs.ingest.OpportunitiesIngest;
import nl.peil.jobs.ingest.PopulationGridIngest;
import nl.peil.jobs.ingest.RegionsIngest;
import nl.peil.jobs.ingest.ScenariosIngest;
import nl.peil.jobs.ingest.SuppliedLevelIngest;
import nl.peil.jobs.ingest.TimeChangesIngest;
import nl.peil.jobs.ingest.TravelTimesIngest;
import nl.peil.jobs.ingest.WelfareIngest;
import nl.peil.jobs.ingest.ZonesIngest;
import nl.peil.run.DerivedProducer;
import nl.peil.run.Producer;
import nl.peil.table.DeltaStore;
import nl.peil.table.Derived;
import org.jspecify.annotations.Nullable;

/** The list of everything that makes a table. A new table is one line here. */
final class Registry {

  private Registry() {}

  /** The derived tables, in an order in which each comes after those it reads. */
  static List<Derived> derived(TableSettings settings) {
    var tables = new ArrayList<Derived>();
    Collections.addAll(
        tables,
        AccessibilityTable.declare(settings.measures(), settings.whatIfs()),
        WhatIfAccessibilityTable.declare(settings.measures(), settings.whatIfs()),
        AccessibilityLevelTable.declare(),
        RegionAccessibilityTable.declare(settings.inequality()),
        LayoutInequalityTable.declare(),
        RegionLevelTable.declare(),
        AccessibilitySwapsTable.declare(settings.measures()),
        ForecastsTable.declare(),
        ForecastsPublishedTable.declare(),
        MarginalAccessTable.declare(settings.measures(), settings.whatIfs()),
        NormGapsTable.declare(settings.measures(), settings.marginal(), settings.whatIfs()),
        BestPlacesTable.declare(settings.marginal()),
        BarriersTable.declare(settings.barriers()),
        BarrierRiskTable.declare(settings.barriers()),
        RegionBarriersTable.declare(settings.barriers()),
        EffectiveAccessTable.declare(settings.effectiveAccess()),
        RegionEffectiveAccessTable.declare(),
        WelfareIndicatorsTable.declare(settings.welfare()),
        WelfareRelationTable.declare(settings.welfare()));
    var ikob = settings.ikob();
    if (ikob != null) {
      tables.add(ExperiencedAccessibilityTable.declare(ikob));
      tables.add(RegionExperiencedTable.declare());
    }
    return tables;
  }

  /** The same, to know which there are and what they read; nothing can be made with it. */
  static List<Derived> declarations() {
    return derived(TableSettings.NONE);
  }

  /** The ingest jobs, likewise. */
  static List<Producer> ingest(IngestContext context) {
    var travelTimes = new TravelTimesIngest(context);
    var layouts = new LayoutFiles(context);
    return List.of(
        new ScenariosIngest(context),
        new ComparisonsIngest(context),
        new NormsIngest(context),
        new ZonesIngest(context),
        new PopulationGridIngest(context),
        new IncomeIngest(context),
        new MembershipIngest(context, layouts),
        new RegionsIngest(context, layouts),
        new TimeChangesIngest(context),
        new SuppliedLevelIngest(context),
        new ForecastZoneWeightsIngest(context),
        new ForecastSourceIngest(context),
        new OpportunitiesIngest(context, travelTimes.scenarioYears()),
        new BarrierIngest(context, travelTimes.scenarioYears()),
        new WelfareIngest(context),
        new GoalsIngest(context),
        travelTimes);
  }

  /**
   * Everything, in an order in which each comes after those it reads.
   *
   * @throws IllegalStateException when the list above breaks that order
   */
  static List<Producer> all(
      IngestContext context,
      DeltaStore store,
      MeasureSettings measures,
      @Nullable IkobSettings ikob) {
    var producers = new ArrayList<Producer>(ingest(context));
    derived(TableSettings.of(context.config(), measures, ikob))
        .forEach(table -> producers.add(new DerivedProducer(table, store)));
    var made = new HashSet<String>();
    for (var producer : producers) {
      for (var input : producer.reads()) {
        if (!made.contains(input.name())) {
          throw new IllegalStateException(
              producer.table() + " reads " + input + ", which comes later in the registry");
        }
      }
      made.add(producer.table().name());
    }
    return producers;
  }
}
