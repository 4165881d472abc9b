package be.vakoogst.partner;

import be.vakoogst.folder.Uploads;
import be.vakoogst.problem.Refusal;
import be.vakoogst.problem.WrongParameter;
import be.vakoogst.resource.SourceId;
import be.vakoogst.resource.SourceKind;
import be.vakoogst.source.SourceDraft;
import be.vakoogst.survey.Ground;
import be.vakoogst.survey.Survey;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.scheduling.annotation.Scheduled;

/** Sheets of partners without a website: looked at as any address is, and kept for as long as somebody may register what was found. */
class Sheets {

    private static final int MOST_BYTES = 5 << 20;

    private final Previews previews;
    private final PreviewTable table;
    private final Survey survey;
    private final Uploads uploads;
    private final PartnerSettings settings;

    Sheets(Previews previews, PreviewTable table, Survey survey, Uploads uploads, PartnerSettings settings) {
        this.previews = previews;
        this.table = table;
        this.survey = survey;
        this.uploads = uploads;
        this.settings = settings;
    }

    /** A sheet as it was sent. */
    record Sheet(String name, byte[] content) {

        /**
         * Nothing is read of what is too large.
         *
         * @throws WrongParameter naming {@code file}
         */
        static Sheet in(HttpServletRequest request) throws IOException {
            long length = request.getContentLengthLong();
            if (length < 0 || length > MOST_BYTES) {
                throw Refusal.tooLarge("A sheet has at most " + (MOST_BYTES >> 20) + " MB, and says so beforehand");
            }
            try {
                Part part = request.getPart("file");
                if (part == null || part.getSize() == 0) {
                    throw new WrongParameter("file", "is missing");
                }
                String name = String.valueOf(part.getSubmittedFileName()).toLowerCase(Locale.ROOT);
                String form = Stream.of("json", "xlsx")
                        .filter(ending -> name.endsWith("." + ending))
                        .findFirst()
                        .orElse("csv");
                return new Sheet("metadata." + form, part.getInputStream().readAllBytes());
            } catch (ServletException e) {
                throw new WrongParameter("file", "must come as multipart/form-data");
            }
        }
    }

    /**
     * Begins a look at a sheet.
     *
     * @return the id of the preview
     * @throws Refusal as for any look
     */
    String begin(Sheet sheet, String visitor) {
        SourceId id = new SourceId("sheet-" + Unguessable.name().substring(0, 16));
        SourceDraft draft = SourceDraft.ofFolder(id, id.value(), SourceKind.PUBLISHER, Uploads.ADDRESS);
        return previews.begin(Uploads.ADDRESS, id.value(), visitor, told -> {
            uploads.put(id, sheet.name(), sheet.content());
            Survey.Surveyed found = survey.read(draft, Ground.SHEET, told);
            if (found.ways().isEmpty()) {
                uploads.clear(id);
                return PreviewResult.nothing(found.failure());
            }
            return PreviewResult.ofOnly(found.ways().getFirst());
        });
    }

    /** Takes the place of the sheet that was there. @throws Refusal if this partner gave no sheet */
    void replace(Registration registration, Sheet sheet) {
        if (!registration.address().equals(Uploads.ADDRESS)) {
            throw Refusal.conflict("This partner is harvested at an address, not by a sheet");
        }
        uploads.clear(registration.source());
        uploads.put(registration.source(), sheet.name(), sheet.content());
    }

    /** What nobody registered. */
    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT4M")
    void forgetOld() {
        table.unregisteredSheets(settings.previewsKept()).forEach(uploads::clear);
    }
}
