package nl.peil.jobs;

import nl.peil.config.BarriersConfig;
import nl.peil.config.EffectiveAccessConfig;
import nl.peil.config.InequalityConfig;
import nl.peil.config.MarginalConfig;
import nl.peil.config.PeilConfig;
import nl.peil.config.WelfareConfig;
import nl.peil.jobs.derive.IkobSettings;
import nl.peil.jobs.derive.MeasureSettings;
import nl.peil.jobs.derive.WhatIfs;
import org.jspecify.annotations.Nullable;

/**
 * What derived tables depend on in the configuration.
 *
 * @param measures what is measured
 * @param inequality what is enough
 * @param marginal which best places are sought
 * @param barriers who has which barriers
 * @param welfare which indicators are laid beside which access
 * @param effectiveAccess what barriers take away
 * @param ikob what IKOB needs; null: nobody asked for it
 * @param whatIfs scenario-years that change another
 */
record TableSettings(
    MeasureSettings measures,
    InequalityConfig inequality,
    MarginalConfig marginal,
    BarriersConfig barriers,
    WelfareConfig welfare,
    EffectiveAccessConfig effectiveAccess,
    @Nullable IkobSettings ikob,
    WhatIfs whatIfs) {

  /** Nothing is configured; for what tables are, not for making any. */
  static final TableSettings NONE =
      new TableSettings(
          MeasureSettings.NONE,
          InequalityConfig.DEFAULT,
          MarginalConfig.DEFAULT,
          BarriersConfig.NONE,
          WelfareConfig.NONE,
          EffectiveAccessConfig.NONE,
          IkobSettings.DEFAULT,
          WhatIfs.NONE);

  /** Those of a configuration. */
  static TableSettings of(
      PeilConfig config, MeasureSettings measures, @Nullable IkobSettings ikob) {
    return new TableSettings(
        measures,
        config.inequality(),
        config.marginal(),
        config.barriers(),
        config.welfare(),
        config.effectiveAccess(),
        ikob,
        WhatIfs.of(config.scenarios()));
  }
}
