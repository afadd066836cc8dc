package nl.peil.config;

import java.util.Map;
import nl.peil.source.CsvFormat;
import nl.peil.source.ExcelFormat;
import nl.peil.source.PathPattern;

/**
 * A raw table of the delivery.
 *
 * @param path where it stands, relative to the delivery
 * @param format how it is written
 * @param excel where in it the table stands, when it is a workbook
 * @param columns name that Peil uses by name of the header in the file
 */
public record SourceFile(
    PathPattern path, CsvFormat format, ExcelFormat excel, Map<String, String> columns) {}
