in vec2 riskOfVertex;
out vec2 riskVS;
