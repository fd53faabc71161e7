  riskVS = riskOfVertex;
