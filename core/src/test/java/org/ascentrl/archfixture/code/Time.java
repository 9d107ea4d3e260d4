package org.ascentrl.archfixture.code;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.function.LongSupplier;

public interface Time {

    final class OfNanos {
        long read() {
            return System.nanoTime();
        }
    }

    final class OfMillis {
        LongSupplier supplier() {
            return System::currentTimeMillis;
        }
    }

    record OfClock(Clock clock) {}

    final class OfInstant {
        Instant read() {
            return Instant.now();
        }
    }

    final class OfDay {
        LocalDate read() {
            return LocalDate.now(ZoneOffset.UTC);
        }
    }

    final class OfLocal {
        LocalDateTime read() {
            return LocalDateTime.now(ZoneOffset.UTC);
        }
    }

    final class OfOffset {
        OffsetDateTime read() {
            return OffsetDateTime.now(ZoneOffset.UTC);
        }
    }

    final class OfZone {
        ZonedDateTime read() {
            return ZonedDateTime.now(ZoneOffset.UTC);
        }
    }

    record OfDate(Date date) {}

    record Given(Instant start, Duration length) {}
}
