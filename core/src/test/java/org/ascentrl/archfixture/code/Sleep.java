package org.ascentrl.archfixture.code;

import java.util.concurrent.TimeUnit;

public interface Sleep {

    final class OfThread {
        void pause() throws InterruptedException {
            Thread.sleep(1);
        }
    }

    final class OfUnit {
        void pause() throws InterruptedException {
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }

    final class OfWaiting {
        void join(Thread thread) throws InterruptedException {
            thread.join();
        }
    }
}
