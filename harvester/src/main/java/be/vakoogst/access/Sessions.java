package be.vakoogst.access;

import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;

/** The browsers that are signed in, on all nodes: their sessions are in the database. */
class Sessions {

    private final FindByIndexNameSessionRepository<? extends Session> repository;

    Sessions(FindByIndexNameSessionRepository<? extends Session> repository) {
        this.repository = repository;
    }

    /** Signs a user out everywhere. */
    void end(String name) {
        repository.findByPrincipalName(name).keySet().forEach(repository::deleteById);
    }
}
