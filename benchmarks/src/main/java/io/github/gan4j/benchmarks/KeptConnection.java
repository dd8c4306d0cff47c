package io.github.gan4j.benchmarks;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One connection to a server, for one request after the other: a client that costs little, so that a machine which it shares
 * with the server is mostly the server's.
 */
final class KeptConnection implements AutoCloseable {
    private static final String LENGTH = "content-length:";

    private final URI server;
    private final Socket socket;
    private final InputStream in;

    /** @param body whole */
    record Answer(int status, byte[] body) {}

    KeptConnection(URI server) throws IOException {
        this.server = server;
        socket = new Socket(server.getHost(), server.getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(60_000);
        in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
    }

    Answer post(String path, String json) throws IOException {
        return asked("POST " + path + " HTTP/1.1\r\nHost: " + server.getAuthority() + "\r\nContent-Length: "
                + json.length() + "\r\n\r\n" + json);
    }

    Answer get(String path) throws IOException {
        return asked("GET " + path + " HTTP/1.1\r\nHost: " + server.getAuthority() + "\r\n\r\n");
    }

    private Answer asked(String request) throws IOException {
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        String first = line();
        int length = -1;
        for (String header = line(); !header.isEmpty(); header = line())
            if (header.toLowerCase(Locale.ROOT).startsWith(LENGTH))
                length = Integer.parseInt(header.substring(LENGTH.length()).strip());
        if (length < 0) throw new IOException("no Content-Length after " + first);
        byte[] body = in.readNBytes(length);
        if (body.length < length) throw new EOFException("cut after " + body.length + " of " + length + " bytes");
        return new Answer(Integer.parseInt(first.split(" ")[1]), body);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) throw new EOFException("the server has closed the connection");
            if (next != '\r') line.append((char) next);
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
