package nl.peil.jobs.sample;

import org.locationtech.jts.geom.MultiPolygon;

/**
 * A municipality.
 *
 * @param code GM and four digits, from GM9001
 * @param name name
 * @param land its land in RD
 * @param water its part of the sea in RD; empty inland
 */
record Municipality(String code, String name, MultiPolygon land, MultiPolygon water) {}
