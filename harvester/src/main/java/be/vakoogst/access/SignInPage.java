package be.vakoogst.access;

import java.util.List;
import java.util.stream.StreamSupport;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** {@code /login}: the form for name and password, and the identity providers that are configured, in the reader's language. */
@Controller
class SignInPage {

    private final ObjectProvider<ClientRegistrationRepository> providers;

    SignInPage(ObjectProvider<ClientRegistrationRepository> providers) {
        this.providers = providers;
    }

    /** @param path where the browser goes to sign in there */
    record Provider(String name, String path) {}

    @GetMapping("/login")
    String page(Model model) {
        model.addAttribute("providers", configured());
        return "access/login";
    }

    private List<Provider> configured() {
        return providers.stream()
                .filter(Iterable.class::isInstance)
                .flatMap(repository -> StreamSupport.stream(((Iterable<?>) repository).spliterator(), false))
                .filter(ClientRegistration.class::isInstance)
                .map(ClientRegistration.class::cast)
                .map(registration -> new Provider(
                        registration.getClientName(), "/oauth2/authorization/" + registration.getRegistrationId()))
                .toList();
    }
}
