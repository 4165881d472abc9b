package be.vakoogst.cli;

/** Arguments that cannot be understood: exit code 2. */
class WrongUse extends CommandFailed {

    WrongUse(String message) {
        super(message);
    }
}
