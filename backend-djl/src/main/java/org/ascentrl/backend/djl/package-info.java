/**
 * The tensor backend on DJL's PyTorch engine: native tensors, owned by the {@code NDManager}s of scopes. Depends on
 * {@code core} and DJL. Start with {@code DjlBackend}; {@code DjlEngine} loads the native library.
 */
@NullMarked
package org.ascentrl.backend.djl;

import org.jspecify.annotations.NullMarked;
