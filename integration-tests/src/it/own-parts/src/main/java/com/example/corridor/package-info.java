/** An environment and an algorithm that settings choose by name, as they choose those of Ascent. */
package com.example.corridor;
