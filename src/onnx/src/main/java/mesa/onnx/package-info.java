/**
 * Dense nets from anywhere, evaluated by ONNX Runtime: ONNX models, and networks in lc0's format. The evaluators are
 * named {@code onnx} and {@code lc0}.
 */
package mesa.onnx;
