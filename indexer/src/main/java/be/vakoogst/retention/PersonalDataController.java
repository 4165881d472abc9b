package be.vakoogst.retention;

import be.vakoogst.problem.WrongParameter;
import be.vakoogst.resource.Code;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** {@code /api/personal-data}, for administrators: what is held on a person, and its end. The address comes in a body, as those of requests are logged. */
@RestController
@RequestMapping("/api/personal-data")
class PersonalDataController {

    private final List<AboutPeople> rooms;

    PersonalDataController(List<AboutPeople> rooms) {
        this.rooms = List.copyOf(rooms);
    }

    record Person(Optional<String> email) {

        private String address() {
            return email.map(String::strip)
                    .filter(text -> text.contains("@"))
                    .orElseThrow(() -> new WrongParameter("email", "must be a mail address"));
        }
    }

    record Data(Code what, List<JsonNode> held) {}

    record Erased(Code what, int count) {}

    @PostMapping("/find")
    List<Data> find(@RequestBody Person person) {
        String email = person.address();
        return rooms.stream()
                .map(room -> new Data(room.what(), room.held().apply(email)))
                .toList();
    }

    @PostMapping("/erase")
    List<Erased> erase(@RequestBody Person person) {
        String email = person.address();
        return rooms.stream()
                .map(room -> new Erased(room.what(), room.erase().apply(email)))
                .toList();
    }
}
