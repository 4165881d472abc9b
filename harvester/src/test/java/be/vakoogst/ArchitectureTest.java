package be.vakoogst;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import be.vakoogst.role.ConditionalOnRole;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RestController;

class ArchitectureTest {

    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("be.vakoogst");

    /** The shared fixtures of the indexer come in a jar, so that Modulith takes them for main code. */
    private static final DescribedPredicate<JavaClass> OF_TESTS = DescribedPredicate.describe(
            "classes of tests",
            javaClass -> javaClass
                    .getSource()
                    .filter(source -> source.getUri().toString().matches(".*(tests\\.jar|test-classes).*"))
                    .isPresent());

    @Test
    void roomsKnowOnlyTheNeighboursTheyDeclareAndNeverInCircles() {
        ApplicationModules.of(Vakoogst.class, OF_TESTS).verify();
    }

    @Test
    void theHttpClientIsUsedInFetchAndUnderTheEnginesClientOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackages("be.vakoogst.fetch..", "be.vakoogst.index..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.hc.client5..")
                .check(CODE);
    }

    @Test
    void theSearchEnginesClientIsUsedInIndexAndSearchOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackages("be.vakoogst.index..", "be.vakoogst.search..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("co.elastic..")
                .check(CODE);
    }

    @Test
    void theIndexerNeverDependsOnTheHarvester() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "be.vakoogst.resource..",
                        "be.vakoogst.catalogue..",
                        "be.vakoogst.trade..",
                        "be.vakoogst.index..",
                        "be.vakoogst.search..",
                        "be.vakoogst.embedded..",
                        "be.vakoogst.role..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "be.vakoogst.run..",
                        "be.vakoogst.source..",
                        "be.vakoogst.fetch..",
                        "be.vakoogst.normalise..",
                        "be.vakoogst.cli..")
                .check(CODE);
    }

    @Test
    void noTypeIsCalledByWhatSaysNothing() {
        noClasses()
                .should()
                .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Common)$")
                .check(CODE);
    }

    @Test
    void nobodySleepsOrReadsTheClockBehindTheBackOfTheTests() {
        noClasses().should().callMethod(Thread.class, "sleep", long.class).check(CODE);
        noClasses().should().callMethod(java.time.Instant.class, "now").check(CODE);
    }

    @Test
    void whatAnswersThePublicIsThereOnlyWhereSearchIsARoleOfTheNode() {
        classes()
                .that()
                .resideInAnyPackage(
                        "be.vakoogst.search..",
                        "be.vakoogst.republish..",
                        "be.vakoogst.usage..",
                        "be.vakoogst.embed..",
                        "be.vakoogst.export..")
                .and()
                .haveSimpleNameNotStartingWith("Operator")
                .and()
                .areAnnotatedWith(RestController.class)
                .or()
                .resideInAnyPackage(
                        "be.vakoogst.search..",
                        "be.vakoogst.republish..",
                        "be.vakoogst.usage..",
                        "be.vakoogst.embed..",
                        "be.vakoogst.export..")
                .and()
                .areAnnotatedWith(Controller.class)
                .should()
                .beAnnotatedWith(ConditionalOnRole.class)
                .check(CODE);
    }
}
