package be.vakoogst.search;

/** A parameter that cannot be understood: answered with 400. */
class WrongParameter extends RuntimeException {

    private final String parameter;

    WrongParameter(String parameter, String message) {
        super(parameter + " " + message);
        this.parameter = parameter;
    }

    String parameter() {
        return parameter;
    }
}
