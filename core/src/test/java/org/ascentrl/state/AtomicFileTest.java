package org.ascentrl.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {

    @TempDir
    Path directory;

    private Path target = Path.of("");

    @BeforeEach
    void old() throws IOException {
        target = Files.writeString(directory.resolve("target"), "old");
    }

    @Test
    void replacesItsTarget() throws IOException {
        AtomicFile.write(target, out -> {
            out.write('n');
            assertThat(target).hasContent("old");
        });
        assertThat(target).hasContent("n");
        assertThat(directory).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void aFailureLeavesTheTargetAndNothingElse() {
        assertThatThrownBy(() -> AtomicFile.write(target, out -> {
                    out.write('n');
                    throw new IOException("no room");
                }))
                .hasMessage("no room");
        assertThat(target).hasContent("old");
        assertThat(directory).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void withoutACommitTheTargetStays() throws IOException {
        try (AtomicFile file = new AtomicFile(target)) {
            Files.writeString(file.temporary(), "new");
        }
        assertThat(target).hasContent("old");
        assertThat(directory).isDirectoryNotContaining("glob:**.tmp");
    }
}
