-- Every number of region_accessibility from accessibility, region_membership and zone_income alone:
--   ./peil sql --conf conf/sample.conf "$(cat docs/queries/region_accessibility.sql)"
-- Peil computes the table another way, in one pass in Java; a test holds the two to each other. The share of the
-- median that is enough is 0.5 here: put in yours when inequality.sufficiency_share_of_median says otherwise.
WITH people AS (
  -- The people of a zone, as far as they live in the region
  SELECT a.scenario, a.year, m.layout, m.region, a.mode, a.period, a.service, a.measure, a.unit,
         a.value, a.population * m.weight AS persons, i.income
  FROM accessibility a
  JOIN region_membership m ON m.zone = a.zone
  LEFT JOIN zone_income i ON i.zone = a.zone
),
everybody AS (
  -- All people of the delivery by rising value, of measures that count opportunities
  SELECT *,
         sum(persons) OVER (PARTITION BY scenario, year, mode, period, service, measure, unit
                            ORDER BY value ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS persons_so_far,
         sum(persons) OVER (PARTITION BY scenario, year, mode, period, service, measure, unit) AS all_persons
  FROM (
    SELECT scenario, year, mode, period, service, measure, unit, value, sum(population) AS persons
    FROM accessibility
    WHERE value IS NOT NULL AND population > 0 AND unit LIKE 'opportunities%'
    GROUP BY scenario, year, mode, period, service, measure, unit, value
  )
),
lines AS (
  -- What is enough: half of what the median person has; when that is nothing there is no line
  SELECT scenario, year, mode, period, service, measure, unit,
         0.5D * nullif(min(value) FILTER (WHERE persons_so_far > (0.5D - 1e-12) * all_persons), 0D) AS line
  FROM everybody
  GROUP BY scenario, year, mode, period, service, measure, unit
),
regions AS (
  SELECT scenario, year, layout, region, mode, period, service, measure, unit,
         count(*) AS zones,
         sum(persons) AS population,
         sum(if(value IS NULL, 0D, persons)) AS population_covered,
         sum(if(value IS NULL OR income IS NULL, 0D, persons)) AS population_with_income
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
                             0D))) AS theil,
         -- Of the people, those at the line or above, and how far the others fall short of it
         if(first(line) IS NULL, NULL, sum(if(value >= line, persons, 0D)) / sum(persons)) AS sufficiency_share,
         if(first(line) IS NULL, NULL,
            sum(if(value < line, persons * (line - value) / line, 0D)) / sum(persons)) AS fgt1,
         if(first(line) IS NULL, NULL,
            sum(if(value < line, persons * pow((line - value) / line, 2), 0D)) / sum(persons)) AS fgt2
  FROM curve
  LEFT JOIN lines USING (scenario, year, mode, period, service, measure, unit)
  GROUP BY scenario, year, layout, region, mode, period, service, measure, unit
),
incomes AS (
  -- The people with the same income together, by rising income, and what they have
  SELECT *,
         sum(persons) OVER upwards AS persons_so_far,
         sum(persons) OVER everyone AS all_persons,
         sum(amount) OVER everyone / sum(persons) OVER everyone AS mean
  FROM (
    SELECT scenario, year, layout, region, mode, period, service, measure, unit, income,
           sum(persons) AS persons, sum(value * persons) AS amount, min(value) AS least, max(value) AS most
    FROM people
    WHERE value IS NOT NULL AND persons > 0 AND income IS NOT NULL
    GROUP BY scenario, year, layout, region, mode, period, service, measure, unit, income
  )
  WINDOW
    everyone AS (PARTITION BY scenario, year, layout, region, mode, period, service, measure, unit),
    upwards AS (PARTITION BY scenario, year, layout, region, mode, period, service, measure, unit
                ORDER BY income ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)
),
rankings AS (
  SELECT scenario, year, layout, region, mode, period, service, measure, unit,
         -- The poorest: up to and including the income at which the people so far reach 40 %. The wealthiest: above
         -- that at which they reach 90 %, so with 90 % of the people below them
         sum(amount) FILTER (WHERE persons_so_far - persons > (0.9D - 1e-12) * all_persons)
           / sum(persons) FILTER (WHERE persons_so_far - persons > (0.9D - 1e-12) * all_persons)
           / nullif(sum(amount) FILTER (WHERE persons_so_far - persons <= (0.4D - 1e-12) * all_persons)
                      / sum(persons) FILTER (WHERE persons_so_far - persons <= (0.4D - 1e-12) * all_persons),
                    0D) AS palma,
         -- Covariance of what people have and their rank: the share of the people below them and half of their equals
         sum((amount - mean * persons) / all_persons * (persons_so_far - persons / 2) / all_persons) AS covariance,
         first(mean) AS mean, min(least) AS least, max(most) AS most
  FROM incomes
  GROUP BY scenario, year, layout, region, mode, period, service, measure, unit
)
SELECT r.scenario, r.year, r.layout, r.region, r.mode, r.period, r.service, r.measure, r.unit,
       r.zones, r.population, r.population_covered,
       d.mean, d.min, d.p10, d.p50, d.p90, d.max, d.gini, d.theil,
       r.population_with_income,
       i.palma,
       -- Nobody has more or less than another: no relation
       if(i.least = i.most, 0D, 2 * i.covariance / i.mean) AS concentration,
       if(i.least = i.most, 0D, 8 * i.covariance / (i.most - i.least)) AS concentration_corrected,
       l.line AS sufficiency_line,
       d.sufficiency_share, d.fgt1, d.fgt2
FROM regions r
LEFT JOIN distributions d
  USING (scenario, year, layout, region, mode, period, service, measure, unit)
LEFT JOIN rankings i
  USING (scenario, year, layout, region, mode, period, service, measure, unit)
LEFT JOIN lines l
  USING (scenario, year, mode, period, service, measure, unit)
