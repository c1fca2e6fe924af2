package dev.watchkeeper.app.models;

/** How much an asset's models want to be looked at, the most first. */
enum Attention {
    /** The detection job does not run what it should. */
    TROUBLE,
    DRIFTING,
    /** There is no version because the last training failed. */
    FAILED,
    /** A training is advised for another reason than drift. */
    ADVISED,
    /** A challenger waits to be promoted or withdrawn. */
    CHALLENGED,
    TRAINING,
    /** Past a limit, but not for long. */
    CHANGED,
    NONE
}
