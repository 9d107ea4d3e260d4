/**
 * The architecture of Ascent as rules on its class files: who may use whom, where each library may stand, what no class
 * may do, and that every implementation of an SPI has a test that extends its contract. Depends on core
 * alone. Each module extends {@link org.ascentrl.arch.ModuleArchitecture}; the table of layers stands in
 * {@link org.ascentrl.arch.CoreRules}.
 */
@NullMarked
package org.ascentrl.arch;

import org.jspecify.annotations.NullMarked;
