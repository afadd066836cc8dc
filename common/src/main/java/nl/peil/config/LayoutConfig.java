package nl.peil.config;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A region layout: polygons, or a list of members that are zones or regions of another layout.
 *
 * @param layout name of the layout
 * @param polygons polygons with the columns region and optionally region_name; null for a list
 * @param list list with the columns member, region and optionally region_name; null for polygons
 * @param memberOf what the members of the list are: {@code zones} or the name of another layout;
 *     null for polygons
 * @param partition the layout claims that everybody lives in exactly one region
 * @param validFrom first day
 * @param validTo last day
 * @param status vastgesteld, indicatief or onvolledig
 * @param source where it comes from
 */
public record LayoutConfig(
    String layout,
    @Nullable GeoFile polygons,
    @Nullable SourceFile list,
    @Nullable String memberOf,
    boolean partition,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validTo,
    String status,
    String source) {}
