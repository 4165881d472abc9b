package be.vakoogst.republish;

/** What OAI-PMH 2.0 (section 3.6) calls an error or exception condition. */
class OaiError extends RuntimeException {

    enum Code {
        BAD_ARGUMENT("badArgument"),
        BAD_RESUMPTION_TOKEN("badResumptionToken"),
        BAD_VERB("badVerb"),
        CANNOT_DISSEMINATE_FORMAT("cannotDisseminateFormat"),
        ID_DOES_NOT_EXIST("idDoesNotExist"),
        NO_RECORDS_MATCH("noRecordsMatch");

        private final String protocolName;

        Code(String protocolName) {
            this.protocolName = protocolName;
        }

        String protocolName() {
            return protocolName;
        }
    }

    private final Code code;

    OaiError(Code code, String message) {
        super(message);
        this.code = code;
    }

    Code code() {
        return code;
    }
}
