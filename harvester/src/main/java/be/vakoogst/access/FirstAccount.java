package be.vakoogst.access;

import org.springframework.beans.factory.SmartInitializingSingleton;

/** Sees to it at each start that somebody can sign in, with the password that the environment or the data folder says. */
class FirstAccount implements SmartInitializingSingleton {

    private final FirstAccountSettings settings;
    private final Accounts accounts;

    FirstAccount(FirstAccountSettings settings, Accounts accounts) {
        this.settings = settings;
        this.accounts = accounts;
    }

    @Override
    public void afterSingletonsInstantiated() {
        accounts.makeFirst(settings.name(), settings.password());
    }
}
