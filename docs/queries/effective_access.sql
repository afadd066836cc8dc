-- Every number of effective_access from accessibility_level and barriers alone:
--   ./peil sql --conf conf/sample.conf "$(cat docs/queries/effective_access.sql)"
-- Peil computes the table another way, in Java; a test holds the two to each other. Barriers and groups are those of
-- effective_access in conf/sample.conf and national.conf; put in your own. The lines of geen_fiets are for who has an indicator of it.
WITH barriers_used AS (
  -- Every barrier that counts for everyone has a bit of its own: 1, 2, 4, ...; the others have 0
  SELECT * FROM VALUES (1, 'geen_auto', 'geen_auto', array('auto')),
                       -- (2, 'geen_fiets', 'geen_fiets', array('fiets', 'ov_fiets')),
                       (0, 'geen_rijbewijs', 'geen_rijbewijs', array('auto'))
         AS used (bit, barrier, indicator, takes)
),
groups_used AS (
  SELECT * FROM VALUES ('geen_auto', array('geen_auto')),
                       -- ('geen_fiets', array('geen_fiets')), ('geen_auto_geen_fiets', array('geen_auto', 'geen_fiets')),
                       ('geen_rijbewijs', array('geen_rijbewijs'))
         AS used (barrier_group, barriers)
),
modes_used AS (
  SELECT * FROM VALUES (1, 'auto'), (2, 'ov_lopen'), (3, 'ov_fiets'), (4, 'fiets'), (5, 'lopen') AS used (place, mode)
),
parts_of_the_day AS (
  -- The whole day has rows of its own only when there is nothing else
  SELECT scenario, year, period
  FROM (SELECT DISTINCT scenario, year, period,
               max(period <> 'etmaal') OVER (PARTITION BY scenario, year) AS has_parts
        FROM accessibility_level)
  WHERE period <> 'etmaal' OR NOT has_parts
),
times AS (
  -- A mode that has times for the whole day only has these at every part of the day
  SELECT scenario, year, period, zone, service, population, mode, place, minutes, meets_norm
  FROM (SELECT p.scenario, p.year, p.period, l.zone, l.service, l.population, m.mode, m.place,
               l.nearest_1_min AS minutes, l.meets_norm,
               row_number() OVER (PARTITION BY p.scenario, p.year, p.period, l.zone, l.service, m.mode
                                  ORDER BY l.period = p.period DESC) AS choice
        FROM parts_of_the_day p
        JOIN accessibility_level l ON l.scenario = p.scenario AND l.year = p.year AND l.period IN (p.period, 'etmaal')
        JOIN modes_used m ON m.mode = l.mode)
  WHERE choice = 1
),
on_paper AS (
  SELECT scenario, year, period, zone, service, max(population) AS population,
         array_join(transform(array_sort(collect_list(struct(place, mode))), m -> m.mode), ',') AS usable_modes,
         min(struct(minutes, place, mode)) FILTER (WHERE minutes IS NOT NULL) AS best,
         min(struct(minutes, place, mode)) FILTER (WHERE meets_norm) AS meeting,
         -- Without a norm for any mode there is nothing to meet
         max(coalesce(meets_norm, false)) AND count(meets_norm) > 0 AS meets,
         count(meets_norm) > 0 AS judged,
         coalesce(collect_list(mode) FILTER (WHERE meets_norm), array()) AS meeting_modes
  FROM times
  GROUP BY scenario, year, period, zone, service
),
shares AS (
  -- The share of people for every barrier in every zone; null when unknown
  SELECT z.scenario, z.year, z.zone, u.bit, u.barrier, u.takes, if(b.known, b.share, null) AS share
  FROM (SELECT DISTINCT scenario, year, zone FROM accessibility_level) z
  CROSS JOIN barriers_used u
  LEFT JOIN barriers b ON b.scenario = z.scenario AND b.year = z.year AND b.zone = z.zone AND b.indicator = u.indicator
),
group_people AS (
  -- Who has all barriers of a group: the product of the shares, and the bounds of Frechet
  SELECT s.scenario, s.year, s.zone, g.barrier_group, array_join(g.barriers, ',') AS barriers,
         flatten(collect_list(s.takes)) AS taken, count(s.share) = count(*) AS known,
         aggregate(collect_list(s.share), 1D, (product, share) -> product * share) AS share,
         greatest(sum(s.share) - (count(*) - 1), 0D) AS share_low,
         min(s.share) AS share_high, count(*) AS number
  FROM groups_used g
  JOIN shares s ON array_contains(g.barriers, s.barrier)
  GROUP BY s.scenario, s.year, s.zone, g.barrier_group, g.barriers
),
combinations AS (
  -- Every combination of barriers that a person can have, with its chance when they are independent
  SELECT s.scenario, s.year, s.zone, c.combination,
         flatten(collect_list(s.takes) FILTER (WHERE c.combination & s.bit > 0)) AS taken,
         aggregate(collect_list(if(c.combination & s.bit > 0, s.share, 1 - s.share)), 1D,
                   (product, share) -> product * share) AS chance,
         1 + sum(if(c.combination & s.bit > 0, s.share - 1, 0D)) AS at_least
  FROM shares s
  CROSS JOIN (SELECT explode(sequence(0, CAST(sum(bit) AS INT))) AS combination FROM barriers_used) c
  WHERE s.bit > 0
  GROUP BY s.scenario, s.year, s.zone, c.combination
),
zones_known AS (
  SELECT scenario, year, zone, count(share) = count(*) AS known,
         array_join(transform(array_sort(collect_list(struct(bit, barrier))), b -> b.barrier), ',') AS barriers,
         count(*) AS number
  FROM shares
  WHERE bit > 0
  GROUP BY scenario, year, zone
),
taken_modes AS (
  -- For how many people at most a mode is taken: the sum over the barriers that take it
  SELECT s.scenario, s.year, s.zone, m.mode, sum(if(array_contains(s.takes, m.mode), s.share, 0D)) AS at_most
  FROM shares s
  CROSS JOIN modes_used m
  WHERE s.bit > 0
  GROUP BY s.scenario, s.year, s.zone, m.mode
),
lost_by_everyone AS (
  -- A person misses the norm when barriers take every mode that meets it
  SELECT p.scenario, p.year, p.period, p.zone, p.service, sum(c.chance) AS lost, greatest(max(c.at_least), 0D) AS lost_low
  FROM on_paper p
  JOIN combinations c ON c.scenario = p.scenario AND c.year = p.year AND c.zone = p.zone
  WHERE p.meets AND size(array_except(p.meeting_modes, c.taken)) = 0
  GROUP BY p.scenario, p.year, p.period, p.zone, p.service
),
lost_at_most AS (
  SELECT t.scenario, t.year, t.period, t.zone, t.service, least(min(m.at_most), 1D) AS lost_high
  FROM times t
  JOIN taken_modes m ON m.scenario = t.scenario AND m.year = t.year AND m.zone = t.zone AND m.mode = t.mode
  WHERE t.meets_norm
  GROUP BY t.scenario, t.year, t.period, t.zone, t.service
),
really AS (
  -- What the modes offer that the group can use
  SELECT t.scenario, t.year, t.period, t.zone, t.service, g.barrier_group, g.barriers,
         coalesce(array_join(transform(array_sort(collect_list(struct(t.place, t.mode))
                                                  FILTER (WHERE NOT array_contains(g.taken, t.mode))), m -> m.mode), ','),
                  '') AS usable_modes,
         min(struct(t.minutes, t.place, t.mode))
           FILTER (WHERE t.minutes IS NOT NULL AND NOT array_contains(g.taken, t.mode)) AS best,
         min(struct(t.minutes, t.place, t.mode))
           FILTER (WHERE t.meets_norm AND NOT array_contains(g.taken, t.mode)) AS meeting,
         first(g.known) AS known, first(g.share) AS share, first(g.share_low) AS share_low,
         first(g.share_high) AS share_high, first(g.number) AS number
  FROM times t
  JOIN group_people g ON g.scenario = t.scenario AND g.year = t.year AND g.zone = t.zone
  GROUP BY t.scenario, t.year, t.period, t.zone, t.service, g.barrier_group, g.barriers
),
people AS (
  -- Shares of all people of the zone: in the group, with the norm on paper, and of those who lose it
  SELECT p.*, r.barrier_group, r.barriers, r.usable_modes AS group_modes, r.best AS group_best, r.meeting AS group_meeting,
         if(p.judged, r.meeting IS NOT NULL, null) AS group_meets, r.known, r.number,
         if(r.known, r.share, null) AS share, if(r.known, r.share_low, null) AS share_low,
         if(r.known, r.share_high, null) AS share_high,
         if(p.judged AND r.known, if(p.meets AND r.meeting IS NULL, r.share, 0D), null) AS lost,
         if(p.judged AND r.known, if(p.meets AND r.meeting IS NULL, r.share_low, 0D), null) AS lost_low,
         if(p.judged AND r.known, if(p.meets AND r.meeting IS NULL, r.share_high, 0D), null) AS lost_high,
         if(p.judged AND r.known, if(p.meets AND r.meeting IS NOT NULL, r.share, 0D), null) AS really,
         if(p.judged AND r.known, if(p.meets AND r.meeting IS NOT NULL, r.share_low, 0D), null) AS really_low,
         if(p.judged AND r.known, if(p.meets AND r.meeting IS NOT NULL, r.share_high, 0D), null) AS really_high
  FROM on_paper p
  JOIN really r USING (scenario, year, period, zone, service)
  UNION ALL
  SELECT *, if(meets, 1 - lost, lost), if(meets, 1 - lost_high, lost), if(meets, 1 - lost_low, lost)
  FROM (
    SELECT p.*, 'iedereen', k.barriers, p.usable_modes, null, null, null, k.known, k.number, 1D, 1D, 1D,
           if(p.judged AND k.known, if(p.meets, coalesce(l.lost, 0D), 0D), null) AS lost,
           if(p.judged AND k.known, if(p.meets, coalesce(l.lost_low, 0D), 0D), null) AS lost_low,
           if(p.judged AND k.known, if(p.meets, h.lost_high, 0D), null) AS lost_high
    FROM on_paper p
    JOIN zones_known k ON k.scenario = p.scenario AND k.year = p.year AND k.zone = p.zone
    LEFT JOIN lost_by_everyone l
      ON l.scenario = p.scenario AND l.year = p.year AND l.period = p.period AND l.zone = p.zone AND l.service = p.service
    LEFT JOIN lost_at_most h
      ON h.scenario = p.scenario AND h.year = p.year AND h.period = p.period AND h.zone = p.zone AND h.service = p.service
  )
)
SELECT scenario, year, period, zone, service, barrier_group, barriers, group_modes AS usable_modes,
       best.mode AS best_mode_potential, best.minutes AS best_min_potential, meeting.mode AS meeting_mode_potential,
       if(judged, meets, null) AS potential_meets_norm,
       group_best.mode AS best_mode, group_best.minutes AS best_min, group_meeting.mode AS meeting_mode,
       group_meets AS meets_norm, group_best.minutes - best.minutes AS extra_min,
       population, known, share, share_low, share_high,
       population * share AS persons, population * share_low AS persons_low, population * share_high AS persons_high,
       if(judged, if(meets, population * share, if(share IS NULL, null, 0D)), null) AS persons_potential,
       population * really AS persons_effective,
       population * really_low AS persons_effective_low, population * really_high AS persons_effective_high,
       population * lost AS persons_lost,
       population * lost_low AS persons_lost_low, population * lost_high AS persons_lost_high,
       if(number > 1, 'independence', 'zone_share') AS assumption
FROM people
