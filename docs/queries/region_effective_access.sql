-- Every number of region_effective_access from effective_access and region_membership alone:
--   ./peil sql --conf conf/sample.conf "$(cat docs/queries/region_effective_access.sql)"
-- Peil computes the table with other sums; a test holds the two to each other.
WITH people AS (
  -- The people of a zone, as far as they live in the region; services with a norm
  SELECT e.*, m.layout, m.region, m.weight
  FROM effective_access e
  JOIN region_membership m ON m.zone = e.zone
  WHERE e.potential_meets_norm IS NOT NULL
),
sums AS (
  -- What is unknown counts nowhere: it is not 0
  SELECT scenario, year, layout, region, period, service, barrier_group, assumption,
         sum(population * weight) AS population,
         sum(if(potential_meets_norm, population * weight, 0D)) AS population_potential,
         sum(if(known, population * weight, 0D)) AS population_known,
         sum(persons * weight) FILTER (WHERE known) AS persons,
         sum(persons_low * weight) FILTER (WHERE known) AS persons_low,
         sum(persons_high * weight) FILTER (WHERE known) AS persons_high,
         sum(persons_potential * weight) FILTER (WHERE known) AS persons_potential,
         sum(persons_effective * weight) FILTER (WHERE known) AS persons_effective,
         sum(persons_effective_low * weight) FILTER (WHERE known) AS persons_effective_low,
         sum(persons_effective_high * weight) FILTER (WHERE known) AS persons_effective_high,
         -- On paper, and not really
         sum((persons_potential - persons_effective) * weight) FILTER (WHERE known) AS persons_lost,
         sum(persons_lost_low * weight) FILTER (WHERE known) AS persons_lost_low,
         sum(persons_lost_high * weight) FILTER (WHERE known) AS persons_lost_high,
         -- Who is in the group and loses nothing: of everyone the rest, of a group those of the other zones
         sum(if(barrier_group = 'iedereen', persons - persons_lost_high, if(meets_norm OR NOT potential_meets_norm, persons_low, 0D))
             * weight) FILTER (WHERE known) AS kept_low,
         sum(if(barrier_group = 'iedereen', persons - persons_lost_low, if(meets_norm OR NOT potential_meets_norm, persons_high, 0D))
             * weight) FILTER (WHERE known) AS kept_high
  FROM people
  GROUP BY scenario, year, layout, region, period, service, barrier_group, assumption
)
SELECT scenario, year, layout, region, period, service, barrier_group,
       population, population_potential, population_known, population_known / nullif(population, 0D) AS share_known,
       persons, persons_low, persons_high, persons_potential,
       persons_effective, persons_effective_low, persons_effective_high,
       persons_lost, persons_lost_low, persons_lost_high,
       100 * persons_potential / nullif(persons, 0D) AS percent_potential,
       100 * persons_effective / nullif(persons, 0D) AS percent_effective,
       100 * persons_potential / nullif(persons, 0D) - 100 * persons_effective / nullif(persons, 0D) AS points_lost,
       -- When nobody need be in the group, those who may be in it all lose the norm, or none does
       coalesce(100 * persons_lost_low / nullif(persons_lost_low + kept_high, 0D), 100 * persons_lost / nullif(persons, 0D))
         AS points_lost_low,
       coalesce(100 * persons_lost_high / nullif(persons_lost_high + kept_low, 0D), 100 * persons_lost / nullif(persons, 0D))
         AS points_lost_high,
       assumption
FROM sums
