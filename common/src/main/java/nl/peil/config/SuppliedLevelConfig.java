package nl.peil.config;

import org.jspecify.annotations.Nullable;

/**
 * Levels as the state supplies them.
 *
 * @param file the table; columns: zone, service, mode, acceptable, realised
 * @param year what it describes; null: from the path
 */
public record SuppliedLevelConfig(SourceFile file, @Nullable Integer year) {}
