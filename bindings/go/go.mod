module cailiang

go 1.19
