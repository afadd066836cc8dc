package nl.peil.jobs.sample;

/**
 * A place where a service is given.
 *
 * @param x RD, metres
 * @param y RD, metres
 * @param zone number of its zone
 * @param capacity places, patients or square metres
 * @param place settlement that it belongs to
 */
record Site(double x, double y, int zone, int capacity, Settlement place) {}
