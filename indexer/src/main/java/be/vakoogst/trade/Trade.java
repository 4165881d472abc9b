package be.vakoogst.trade;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A trade cluster.
 *
 * @param labels by language: nl, fr, en
 * @param terms what speaks for it
 * @param facts what it is known as elsewhere
 */
public record Trade(String id, Map<String, String> labels, List<Term> terms, Facts facts) {

    public Trade {
        labels = Map.copyOf(labels);
        terms = List.copyOf(terms);
    }

    public String label(String language) {
        return labels.getOrDefault(language, labels.getOrDefault("nl", id));
    }

    /**
     * A word or group of words.
     *
     * @param weight how strongly it speaks: 3 names the trade, 1 merely hints at it
     * @param notWith stems of words beside which it means something else
     */
    public record Term(String text, double weight, List<String> notWith) {

        public Term {
            notWith = List.copyOf(notWith);
        }
    }

    /**
     * Where a trade is at home.
     *
     * @param group a coarser cluster
     * @param broader the id of the trade that this one is a part of, as in SKOS; empty for most
     * @param altLabels the occupations and other names
     * @param studyProgrammes names of studierichtingen, as they are called now
     * @param formerProgrammes as they were called before the reform
     * @param schoolSubjects the small subjects that its content is scattered over
     * @param categories what publishers call the part of their site that belongs to it, as far as it is none of the names above
     * @param related ids of trades
     * @param codes by system: isco08, iscedF, nace, jointCommittee
     */
    public record Facts(
            String group,
            Optional<String> broader,
            List<String> altLabels,
            List<String> studyDomains,
            List<String> studyProgrammes,
            List<String> formerProgrammes,
            List<String> schoolSubjects,
            List<String> categories,
            List<String> related,
            Map<String, List<String>> codes,
            List<String> sectorFunds) {

        public Facts {
            altLabels = List.copyOf(altLabels);
            studyDomains = List.copyOf(studyDomains);
            studyProgrammes = List.copyOf(studyProgrammes);
            formerProgrammes = List.copyOf(formerProgrammes);
            schoolSubjects = List.copyOf(schoolSubjects);
            categories = List.copyOf(categories);
            related = List.copyOf(related);
            codes = Map.copyOf(codes);
            sectorFunds = List.copyOf(sectorFunds);
        }
    }
}
