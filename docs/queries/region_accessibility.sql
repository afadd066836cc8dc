-- Every number of region_accessibility from accessibility and region_membership alone:
--   ./peil sql --conf conf/sample.conf "$(cat docs/queries/region_accessibility.sql)"
-- Peil computes the table another way, in one pass in Java; a test holds the two to each other.
WITH people AS (
  -- The people of a zone, as far as they live in the region
  SELECT a.scenario, a.year, m.layout, m.region, a.mode, a.period, a.service, a.measure, a.unit,
         a.value, a.population * m.weight AS persons
  FROM accessibility a
  JOIN region_membership m ON m.zone = a.zone
),
regions AS (
  SELECT scenario, year, layout, region, mode, period, service, measure, unit,
         count(*) AS zones,
         sum(persons) AS population,
         sum(if(value IS NULL, 0D, persons)) AS population_covered
  FROM people
  GROUP BY scenario, year, layout, region, mode, period, service, measure, unit
),
steps AS (
  -- The people with the same value together, by rising value
  SELECT scenario, year, layout, region, mode, period, service, measure, unit,
         value, sum(persons) AS persons
  FROM people
  WHERE value IS NOT NULL AND persons > 0
  GROUP BY scenario, year, layout, region, mode, period, service, measure, unit, value
),
curve AS (
  -- The Lorenz curve: people and amounts cumulated, and their totals
  SELECT *,
         sum(persons) OVER upwards AS persons_so_far,
         sum(persons) OVER everyone AS all_persons,
         sum(value * persons) OVER upwards AS amount_so_far,
         sum(value * persons) OVER everyone AS amount
  FROM steps
  WINDOW
    everyone AS (PARTITION BY scenario, year, layout, region, mode, period, service, measure, unit),
    upwards AS (PARTITION BY scenario, year, layout, region, mode, period, service, measure, unit
                ORDER BY value ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)
),
distributions AS (
  SELECT scenario, year, layout, region, mode, period, service, measure, unit,
         sum(value * persons) / sum(persons) AS mean,
         min(value) AS min,
         -- Lower weighted quantile: the smallest value at which the people so far reach the share
         coalesce(min(value) FILTER (WHERE persons_so_far > (0.1D - 1e-12) * all_persons), max(value)) AS p10,
         coalesce(min(value) FILTER (WHERE persons_so_far > (0.5D - 1e-12) * all_persons), max(value)) AS p50,
         coalesce(min(value) FILTER (WHERE persons_so_far > (0.9D - 1e-12) * all_persons), max(value)) AS p90,
         max(value) AS max,
         -- 1 minus twice the area under the Lorenz curve, in trapezoids; 0 when nobody has anything
         coalesce(greatest(0D, 1 - sum(persons * (2 * amount_so_far - value * persons))
                                   / nullif(max(all_persons) * max(amount), 0D)), 0D) AS gini,
         -- Sum of p (A / mu) ln (A / mu); a value of 0 adds nothing
         greatest(0D, sum(if(value > 0,
                             persons / all_persons * (value * all_persons / amount)
                               * ln(value * all_persons / amount),
                             0D))) AS theil
  FROM curve
  GROUP BY scenario, year, layout, region, mode, period, service, measure, unit
)
SELECT r.scenario, r.year, r.layout, r.region, r.mode, r.period, r.service, r.measure, r.unit,
       r.zones, r.population, r.population_covered,
       d.mean, d.min, d.p10, d.p50, d.p90, d.max, d.gini, d.theil
FROM regions r
LEFT JOIN distributions d
  USING (scenario, year, layout, region, mode, period, service, measure, unit)
