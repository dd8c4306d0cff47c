/**
 * What ails a training: its history as plain numbers over images seen, the illnesses that these speak for, the evidence,
 * and the changes of the plan that help.
 *
 * <p>May use {@code files}, {@code plan}, {@code data} and {@code schedule}. Everything here is a pure function of numbers;
 * taking them from a training, and acting on them, do not belong here.
 */
package io.github.gan4j.doctor;
