package be.vakoogst.republish;

import be.vakoogst.role.ConditionalOnRole;
import be.vakoogst.role.Role;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/** {@code /oai}: this repository for harvesters, by OAI-PMH 2.0. Errors of a request are answers of status 200, as the protocol has it. */
@Controller
@ConditionalOnRole(Role.SEARCH)
class OaiController {

    private static final XMLOutputFactory XML = XMLOutputFactory.newFactory();

    private final OaiRepository repository;

    OaiController(OaiRepository repository) {
        this.repository = repository;
    }

    @RequestMapping(
            path = "/oai",
            method = {RequestMethod.GET, RequestMethod.POST})
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/xml;charset=UTF-8");
        String base = request.getRequestURL().toString();
        try {
            XMLStreamWriter xml = XML.createXMLStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8.name());
            repository.answer(request.getParameterMap(), base, xml);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException("The answer could not be written", e);
        }
    }
}
