-- Measures of accessibility from travel_times, opportunities, norms, scenarios and zones alone, the way one would write them by hand:
--   ./peil sql --conf conf/sample.conf "$(cat docs/queries/accessibility.sql)"
-- Peil computes them another way, in one pass over the rows of a matrix in Java; a test holds the two to each other.
-- The decay is gravity(pbl) of conf/decay-curves.csv: put in your own. Times within zones are as the matrix gives them.
WITH curves AS (
  SELECT * FROM VALUES ('auto', -8.65786D, 2.492099D, 0.011641D), ('fiets', -7.95686D, 2.675059D, 0.011981D),
                       ('ov_lopen', -12.3301D, 2.907621D, 0.012824D), ('ov_fiets', -12.3301D, 2.907621D, 0.012824D)
         AS curves (mode, a, b, c)
),
norms_used AS (
  -- A scenario-year without norms of its own has those of the base year
  SELECT y.scenario, y.year, n.service, n.mode, n.minutes
  FROM (SELECT DISTINCT scenario, year FROM travel_times) y
  LEFT JOIN (SELECT DISTINCT scenario, year FROM norms) own ON own.scenario = y.scenario AND own.year = y.year
  CROSS JOIN (SELECT scenario, year FROM scenarios WHERE base_population) base
  JOIN norms n ON n.scenario = coalesce(own.scenario, base.scenario) AND n.year = coalesce(own.year, base.year)
),
reached AS (
  -- Every destination that has the service; 7.3 is stored as the float nearest to it, which is not 7.3
  SELECT t.scenario, t.year, t.mode, t.period, t.origin AS zone, o.service, o.count,
         CAST(CAST(t.minutes AS STRING) AS DOUBLE) AS minutes, n.minutes AS norm, c.a, c.b, c.c
  FROM travel_times t
  JOIN opportunities o ON o.scenario = t.scenario AND o.year = t.year AND o.zone = t.destination
  LEFT JOIN norms_used n ON n.scenario = t.scenario AND n.year = t.year AND n.service = o.service AND n.mode = t.mode
  LEFT JOIN curves c ON c.mode = t.mode
  WHERE o.count > 0
),
measured AS (
  SELECT scenario, year, mode, period, zone, service,
         min(minutes) AS nearest_1,
         sum(if(minutes <= 15, count, 0)) AS within_15,
         sum(if(minutes <= 30, count, 0)) AS within_30,
         sum(if(minutes <= norm, count, 0)) AS within_norm,
         sum(count * if(minutes = 0, 1D, 1 / (1 + exp(a + b * ln(minutes) + c * minutes)))) AS gravity_pbl
  FROM reached
  GROUP BY scenario, year, mode, period, zone, service
),
places AS (
  -- Every zone has a row, also one from which nothing is reached
  SELECT m.scenario, m.year, m.mode, m.period, z.zone, s.service, n.minutes AS norm, c.a AS curve
  FROM (SELECT DISTINCT scenario, year, mode, period FROM travel_times) m
  JOIN (SELECT DISTINCT scenario, year, service FROM opportunities) s ON s.scenario = m.scenario AND s.year = m.year
  CROSS JOIN (SELECT zone FROM zones WHERE delivered) z
  LEFT JOIN norms_used n ON n.scenario = m.scenario AND n.year = m.year AND n.service = s.service AND n.mode = m.mode
  LEFT JOIN curves c ON c.mode = m.mode
)
SELECT scenario, year, mode, period, zone, service, measure, value
FROM (
  SELECT p.scenario, p.year, p.mode, p.period, p.zone, p.service,
         stack(5, 'nearest_1', nearest_1, 'within_15', coalesce(within_15, 0), 'within_30', coalesce(within_30, 0),
               'within_norm', if(p.norm IS NULL, NULL, coalesce(within_norm, 0)),
               'gravity_pbl', if(p.curve IS NULL, NULL, coalesce(gravity_pbl, 0))) AS (measure, value)
  FROM places p
  LEFT JOIN measured m ON m.scenario = p.scenario AND m.year = p.year AND m.mode = p.mode AND m.period = p.period
                      AND m.zone = p.zone AND m.service = p.service
)
WHERE value IS NOT NULL
