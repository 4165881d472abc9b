package be.vakoogst.video;

import be.vakoogst.page.PageReading;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class VideoConfiguration {

    @Bean
    OembedExtractor oembedExtractor() {
        return new OembedExtractor();
    }

    @Bean
    PageReading players() {
        return new Players();
    }

    @Bean
    PageReading immersive() {
        return new Immersive();
    }
}
