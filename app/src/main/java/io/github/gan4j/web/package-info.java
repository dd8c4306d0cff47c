/** What every HTTP server of gan4j needs: which Host names are its own, and access tokens. */
package io.github.gan4j.web;
