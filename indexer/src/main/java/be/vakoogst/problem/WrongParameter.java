package be.vakoogst.problem;

/** A parameter that cannot be understood: answered with 400. */
public class WrongParameter extends RuntimeException {

    private final String parameter;

    public WrongParameter(String parameter, String message) {
        super(parameter + " " + message);
        this.parameter = parameter;
    }

    public String parameter() {
        return parameter;
    }
}
