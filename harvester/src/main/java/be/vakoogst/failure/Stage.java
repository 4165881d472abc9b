package be.vakoogst.failure;

import be.vakoogst.resource.Code;

/** The steps on the way of the data, in order. */
public enum Stage implements Code {
    DISCOVER,
    FETCH,
    EXTRACT,
    NORMALISE,
    ACCEPT
}
